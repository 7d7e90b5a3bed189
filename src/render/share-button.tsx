// To another app, by the phone's own sheet; nothing where the browser has none.

interface ShareButtonProps {
  readonly title: string;
  readonly text: string;
  readonly words: string;
}

export function ShareButton({ title, text, words }: ShareButtonProps) {
  if (!('share' in navigator)) return null;
  // A refusal or a closed sheet needs no word: the merchant did it.
  const share = () => navigator.share({ title, text }).catch(() => undefined);
  return (
    <button type="button" class="button quiet" onClick={share}>
      {words}
    </button>
  );
}
