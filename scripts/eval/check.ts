/** Something that must hold, and whether it does. */
export interface Check {
  /** As a statement, such as "is in German". */
  name: string;
  isOk: boolean;
  /** What was there instead; empty when it holds. */
  detail: string;
}

/** Makes a check. The detail is kept only where it fails. */
export function check(name: string, isOk: boolean, detail: unknown = ''): Check {
  return { name, isOk, detail: isOk ? '' : String(detail) };
}
