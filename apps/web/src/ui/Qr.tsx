import encodeQR from 'qr';
import { useMemo } from 'react';

export interface QrProps {
  /** What the code contains, usually the address of a page. */
  value: string;
  /** What a person who cannot see it should know: where it leads. */
  label: string;
  /** Edge in pixels. */
  size?: number;
}

/** A QR code as one SVG path: sharp on paper, readable by phones at 3 cm. */
export function Qr({ value, label, size = 160 }: QrProps) {
  const { path, edge } = useMemo(() => draw(value), [value]);
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${edge} ${edge}`} shapeRendering="crispEdges">
      <rect width={edge} height={edge} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function draw(value: string): { path: string; edge: number } {
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: 2 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { path, edge: rows.length };
}
