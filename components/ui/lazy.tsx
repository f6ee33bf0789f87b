import { signal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';

/** A component that is not there at first. */
export interface LazyComponent<P> extends FunctionComponent<P> {
  /** Loads it, once; what is drawn after that stands there at once. */
  load: () => Promise<void>;
}

/**
 * A component that is loaded when it is first drawn, or before: for what a page does not show at first.
 * Until it is there, nothing stands in its place.
 */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): LazyComponent<P> {
  const loaded = signal<{ component: ComponentType<P> } | undefined>(undefined);
  const loadOnce = async () => {
    loaded.value ??= { component: await load() };
  };
  function Lazy(props: P) {
    useEffect(() => void loadOnce(), []);
    const Component = loaded.value?.component;
    return Component ? <Component {...props} /> : null;
  }
  return Object.assign(Lazy, { load: loadOnce });
}
