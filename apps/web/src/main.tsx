import './theme/mantine.js';
import { MantineProvider } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initI18n } from './i18n/index.js';
import { watchNavigation } from './lib/navigation.js';
import { createAppRouter } from './router.js';
import { SessionProvider } from './session/context.js';
import { Session } from './session/session.js';
import { theme } from './theme/theme.js';

const session = new Session();
const router = createAppRouter(session);
watchNavigation(router);
// Public pages are drawn without waiting; a failure here is shown by the first page that needs the answer.
session.ready().catch(() => undefined);
await initI18n();

const root = document.getElementById('root');
if (!root) throw new Error('#root is missing');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light">
      <SessionProvider session={session}>
        <RouterProvider router={router} />
      </SessionProvider>
    </MantineProvider>
  </StrictMode>,
);
