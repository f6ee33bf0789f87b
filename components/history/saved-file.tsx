import { useEffect, useRef } from 'preact/hooks';

/** A file that is saved when it appears, and once more by a press: the browser may have asked and been refused. */
export function SavedFile(props: { name: string; content: Blob }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const { current } = link;
    const url = URL.createObjectURL(props.content);
    if (!current) return;
    current.href = url;
    current.click();
    return () => URL.revokeObjectURL(url);
  }, [props.content]);
  return (
    // Its address is that of a file that exists only while this does.
    <a ref={link} href="#history" download={props.name}>
      {props.name}
    </a>
  );
}
