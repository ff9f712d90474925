import { createFileRoute } from '@tanstack/react-router';
import { IntakePage } from '../../features/intake/IntakePage.js';
import { readIntakeSearch } from '../../features/intake/search.js';

export const Route = createFileRoute('/_app/thu-ky/tiep-nhan')({ validateSearch: readIntakeSearch, component: IntakePage });
