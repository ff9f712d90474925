import { createFileRoute } from '@tanstack/react-router';
import { readDecisionSearch } from '../../features/decision/decisionSearch.js';
import { DecisionPage } from '../../features/decision/DecisionPage.js';

export const Route = createFileRoute('/_app/quyet-dinh/$id')({ validateSearch: readDecisionSearch, component: DecisionPage });
