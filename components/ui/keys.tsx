/** A combination of keys, as `Ctrl+Enter`, or as macOS writes it, without signs between. */
export function Keys({ of }: { of: string }) {
  return (
    <span class="keys">
      {of.split('+').map((key, index) => (
        <>
          {index > 0 && '+'}
          <kbd>{key}</kbd>
        </>
      ))}
    </span>
  );
}
