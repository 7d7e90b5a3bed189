// 复制, with a way out where the browser refuses: the text itself, selected, to be copied by hand.

import { useEffect, useRef, useState } from 'preact/hooks';

interface CopyButtonProps {
  readonly text: string;
  readonly words: string;
}

export function CopyButton({ text, words }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => setState('idle'), [text]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No clipboard (an insecure page, an in-app browser), or refused.
      setState('refused');
    }
  };
  return (
    <>
      <button type="button" class="button quiet" onClick={copy}>
        {state === 'copied' ? '已复制' : words}
      </button>
      {state === 'refused' && <ByHand text={text} />}
      <span class="unseen" role="status">
        {state === 'copied' ? '已复制' : ''}
      </span>
    </>
  );
}

function ByHand({ text }: { text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.select();
  }, []);
  return (
    <label class="by-hand">
      <span class="note">这里不让自动复制。长按下面的文字，选“复制”。</span>
      <textarea ref={area} readOnly rows={5} value={text} />
    </label>
  );
}
