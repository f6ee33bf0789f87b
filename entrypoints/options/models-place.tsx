import { EndpointsSection } from './endpoints-section';
import { ModelsSection } from './models-section';
import type { PlaceProps } from './place-views';

/** Which model does what, and where. */
export function ModelsPlace({ app }: PlaceProps) {
  return (
    <>
      <ModelsSection app={app} />
      <EndpointsSection app={app} />
    </>
  );
}
