/**
 * The `Content-Disposition` of a download. Names are UTF-8 as RFC 6266 and RFC 8187 write it; programs that do not read that get
 * the name with its marks and quotes replaced.
 */
export function attachmentHeader(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').replace(/Đ/gu, 'D').replace(/[^\w .()-]/gu, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
