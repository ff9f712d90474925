import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface LoadMoreProps {
  hasNext: boolean;
  isLoading: boolean;
  onMore: () => void;
  shown: number;
  /** Only where the server counts them. */
  total?: number;
}

/** The end of a keyset list: how many are shown, and a button for the next page. */
export function LoadMore({ hasNext, isLoading, onMore, shown, total }: LoadMoreProps) {
  const { t } = useTranslation();
  return (
    <Group mt="md" gap="md" data-no-print>
      {hasNext && <Button variant="default" onClick={onMore} loading={isLoading}>{t('action.loadMore')}</Button>}
      <Text c="dimmed" role="status">{total === undefined ? t('loadedCount', { shown }) : t('loadedOf', { shown, total })}</Text>
    </Group>
  );
}
