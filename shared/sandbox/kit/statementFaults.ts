import { z } from 'zod';
import { ControlRefused, readControl } from './http/controls';

/** One way in which a statement says something else than what happened; amounts in fen. */
export const StatementFault = z.discriminatedUnion('kind', [
  /** The row about this payment or refund is not there. */
  z.strictObject({ kind: z.literal('leave_out'), id: z.string().min(1).max(64) }),
  /** Its amount is so much more, or less. */
  z.strictObject({ kind: z.literal('change'), id: z.string().min(1).max(64), by: z.int() }),
  /** A row about money that the merchant knows nothing of. */
  z.strictObject({
    kind: z.literal('add'),
    id: z.string().min(1).max(64),
    fen: z.int().min(1),
    at: z.iso.datetime(),
  }),
]);
export type StatementFault = z.infer<typeof StatementFault>;

const MOST = 100;

/** What the statements of a stand-in say wrongly, as somebody ordered it. What happened stays as it was. */
export function createStatementFaults() {
  let faults: StatementFault[] = [];
  const changes = (kind: 'leave_out' | 'change', ids: readonly string[]) =>
    faults.filter((fault) => fault.kind === kind && ids.includes(fault.id));
  return {
    list: (): readonly StatementFault[] => faults,
    clear: () => {
      faults = [];
    },
    /** @throws ControlRefused 400 */
    add: (body: unknown) => {
      if (faults.length >= MOST) throw new ControlRefused(400, `There are ${MOST} faults already.`);
      faults.push(readControl(StatementFault, body));
    },
    /** Whether the row that has one of these ids is left out. */
    leavesOut: (...ids: string[]): boolean => changes('leave_out', ids).length > 0,
    /** By how much the amount of the row that has one of these ids is wrong. */
    wrongBy: (...ids: string[]): number =>
      changes('change', ids).reduce((sum, fault) => sum + (fault.kind === 'change' ? fault.by : 0), 0),
    /** Rows that are made up, from this moment until that one (milliseconds). */
    added: (from: number, until: number) =>
      faults.flatMap((fault) => {
        if (fault.kind !== 'add') return [];
        const at = Date.parse(fault.at);
        return at >= from && at < until ? [{ id: fault.id, fen: fault.fen, at }] : [];
      }),
  };
}
export type StatementFaults = ReturnType<typeof createStatementFaults>;

type On = (method: 'get' | 'post' | 'delete', path: string, work: (req: { body: unknown }) => object) => void;

/** The controls of these faults: `/statement_faults`. */
export function statementControls(on: On, faults: StatementFaults): void {
  const told = () => ({ faults: faults.list() });
  on('get', '/statement_faults', told);
  on('post', '/statement_faults', ({ body }) => {
    faults.add(body);
    return told();
  });
  on('delete', '/statement_faults', () => {
    faults.clear();
    return told();
  });
}
