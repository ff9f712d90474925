import type { MaintenanceState } from './maintenance-state.js';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);

/** Seconds after which an open page looks again by itself. */
const LOOK_AGAIN = 30;

/**
 * The page that browsers get. It needs nothing from anywhere else, because everything else is closed too, and comes back by
 * itself at the address that was asked for.
 */
export function maintenancePage({ message }: MaintenanceState): string {
  const note = (text: string | undefined): string => (text === undefined || text === '' ? '' : `<p class="note">${escape(text)}</p>`);
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${LOOK_AGAIN}">
<title>Hệ thống đang bảo trì · Khơi</title>
<style>
:root { color-scheme: light dark; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; font: 1.0625rem/1.6 system-ui, sans-serif; background: Canvas; color: CanvasText; }
main { max-width: 34rem; padding: 2rem 1.5rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
p { margin: 0 0 .75rem; }
.note { border-left: 4px solid #b8860b; padding-left: .9rem; }
section { margin-top: 2rem; padding-top: 1.5rem; border-top: 1px solid GrayText; }
</style>
</head>
<body>
<main>
<h1>Hệ thống đang bảo trì</h1>
${note(message?.vi)}
<p>Hồ sơ và tệp đính kèm đã gửi vẫn được lưu giữ. Nội dung bạn đang soạn vẫn còn trên máy của bạn.</p>
<p>Trang này tự mở lại khi hệ thống sẵn sàng; bạn không cần làm gì.</p>
<section lang="en">
<h2>Closed for maintenance</h2>
${note(message?.en)}
<p>Everything that was submitted is kept, and what you are writing is still on your device. This page opens again by itself.</p>
</section>
</main>
</body>
</html>
`;
}
