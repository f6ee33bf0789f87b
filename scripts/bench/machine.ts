import { cpus, loadavg, release, totalmem } from 'node:os';
import type { CdpConnection } from '../../tests/drivers/cdp-connection.ts';

/** On what a run was measured. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly system: string;
  readonly browser: string;
  /** Work that waited for a processor, on the average of the last minute, when the run began. */
  readonly load: number;
}

/** Asks the computer and the browser. */
export async function describeMachine(connection: CdpConnection): Promise<Machine> {
  const { product } = await connection.send<{ product: string }>('Browser.getVersion');
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    browser: product,
    load: loadavg()[0] ?? 0,
  };
}

/** As one line. */
export function machineLine({
  processor,
  cores,
  memoryGb,
  system,
  browser,
  load,
}: Machine): string {
  return `${browser}; ${cores} × ${processor}, ${memoryGb} GB, ${system}, load ${load.toFixed(1)}`;
}
