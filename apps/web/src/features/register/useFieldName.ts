import { useTranslation } from 'react-i18next';

/** The name of a field of work in the language on the screen. */
export function useFieldName(): (field: { name: string; nameEn?: string | null }) => string {
  const { i18n } = useTranslation();
  return (field) => (i18n.language === 'en' ? (field.nameEn ?? field.name) : field.name);
}
