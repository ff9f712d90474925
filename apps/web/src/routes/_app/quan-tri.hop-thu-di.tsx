import { createFileRoute } from '@tanstack/react-router';
import { OutboxPage } from '../../features/notification/OutboxPage.js';
import { readOutboxSearch } from '../../features/notification/outboxSearch.js';

export const Route = createFileRoute('/_app/quan-tri/hop-thu-di')({ validateSearch: readOutboxSearch, component: OutboxPage });
