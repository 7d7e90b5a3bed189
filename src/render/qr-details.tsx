// A QR code behind a line of words: drawn when asked for, and moved to where it can be scanned.

import { useState } from 'preact/hooks';
import { QrCode } from './qr-code.tsx';

interface QrDetailsProps {
  readonly summary: string;
  readonly text: string;
  readonly label: string;
}

export function QrDetails({ summary, text, label }: QrDetailsProps) {
  const [isOpen, setIsOpen] = useState(false);
  const follow = (details: HTMLDetailsElement) => {
    setIsOpen(details.open);
    // After the code has been drawn.
    if (details.open) requestAnimationFrame(() => details.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <details onToggle={(event) => follow(event.currentTarget)}>
      <summary>{summary}</summary>
      {isOpen && <QrCode text={text} label={label} />}
    </details>
  );
}
