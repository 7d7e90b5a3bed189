// The three lines of terminals as simple drawings: only what tells them apart.

import type { Line } from '../bundle/article.ts';

export function LineDrawing({ line }: { line: Line }) {
  return (
    <svg class="line-drawing" viewBox="0 0 120 120" aria-hidden="true">
      {line === 'dianqian' && <SmallTerminal />}
      {line === 'chuantong' && <PrinterTerminal />}
      {line === 'zhineng' && <TouchTerminal />}
    </svg>
  );
}

/** Fits a hand, no paper, a signature on a small screen. */
function SmallTerminal() {
  return (
    <>
      <rect x="38" y="20" width="44" height="82" rx="8" />
      <rect x="44" y="28" width="32" height="26" rx="2" />
      <path class="hand" d="M49 46c4-12 7-10 6-2s4 4 6-2s4-2 3 2s3 1 7-1" />
      <Keys x={46} y={62} columns={3} rows={4} step={10} size={7} />
    </>
  );
}

/** Paper comes out on top; a large field of keys. */
function PrinterTerminal() {
  return (
    <>
      <path class="paper" d="M36 40V6l6 4l6-4l6 4l6-4l6 4l6-4l6 4l6-4V40" />
      <path d="M44 18h32M44 26h32M44 34h20" />
      <path d="M28 40h64a6 6 0 0 1 6 6v60a8 8 0 0 1-8 8H30a8 8 0 0 1-8-8V46a6 6 0 0 1 6-6z" />
      <rect x="32" y="47" width="56" height="15" rx="2" />
      <Keys x={33} y={69} columns={4} rows={3} step={14} size={11} />
    </>
  );
}

/** One large screen, no keys. */
function TouchTerminal() {
  return (
    <>
      <rect x="32" y="8" width="56" height="104" rx="9" />
      <rect x="37" y="16" width="46" height="82" rx="2" />
      <path d="M37 26h46" />
      <Keys x={43} y={34} columns={3} rows={3} step={13} size={8} />
      <path class="hand" d="M46 82h28" />
      <circle cx="60" cy="105" r="2.5" />
    </>
  );
}

interface KeysProps {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly step: number;
  readonly size: number;
}

function Keys({ x, y, columns, rows, step, size }: KeysProps) {
  return (
    <>
      {Array.from({ length: columns * rows }, (_, i) => (
        <rect
          key={i}
          class="key-cap"
          x={x + (i % columns) * step}
          y={y + Math.floor(i / columns) * step}
          width={size}
          height={size}
          rx="2"
        />
      ))}
    </>
  );
}
