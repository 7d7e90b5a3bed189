// A QR code as one SVG path: dark on white whatever the theme, with the quiet zone of four modules that ISO/IEC 18004 asks for.

import { encode } from 'uqr';

interface QrCodeProps {
  readonly text: string;
  /** For whoever cannot see it. */
  readonly label: string;
}

/** Says so where `text` is longer than a code can hold (2,953 bytes). */
export function QrCode({ text, label }: QrCodeProps) {
  const modules = modulesOf(text);
  if (modules === undefined) return <p class="note">内容太长，放不进二维码。请复制文字。</p>;
  const size = modules.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path class="qr-ground" d={`M0 0h${size}v${size}H0z`} />
      <path d={runsPath(modules)} />
    </svg>
  );
}

function modulesOf(text: string): readonly (readonly boolean[])[] | undefined {
  try {
    return encode(text, { ecc: 'L', border: 4 }).data;
  } catch {
    return undefined;
  }
}

/** Neighbouring dark modules of a row as one rectangle. */
function runsPath(rows: readonly (readonly boolean[])[]): string {
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
    }
  }
  return path;
}
