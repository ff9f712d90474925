import { createFileRoute } from '@tanstack/react-router';
import { CampaignsPage } from '../../features/campaign/CampaignsPage.js';

export const Route = createFileRoute('/_app/thu-ky/dot-xet')({ component: CampaignsPage });
