import { type AccountId, type PayoutFileId } from '#shared/contracts/ids';
import { DomainError, Refused } from '#shared/kit/domainError';
import { type VerifiedPayee, wayTo } from './payee';
import {
  type DuePayout,
  type PaidPayout,
  type Payout,
  type PayoutStatus,
  type SentPayout,
  type Try,
} from './payout';

/** What may happen to a payout: `due → sent → paid`, and back to `due` when the money comes back. */
const actions = {
  approve: { from: ['due'], to: 'due' },
  begin: { from: ['due'], to: 'due' },
  send: { from: ['due'], to: 'sent' },
  pay: { from: ['sent'], to: 'paid' },
  return: { from: ['due', 'sent', 'paid'], to: 'due' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly PayoutStatus[]; readonly to: PayoutStatus }>
>;
export type PayoutAction = keyof typeof actions;

/** The payout is not in a state that allows this. */
export class PayoutActionNotAllowed extends DomainError {
  override readonly name = 'PayoutActionNotAllowed';
  override readonly code = 'PAYOUT_ACTION_NOT_ALLOWED';
  override readonly details: Readonly<Record<string, unknown>>;

  constructor(action: PayoutAction, status: PayoutStatus) {
    super(`A payout that is ${status} allows no ${action}`);
    this.details = { action, status };
  }
}

type Before<Action extends PayoutAction> = Extract<
  Payout,
  { readonly status: (typeof actions)[Action]['from'][number] }
>;

const may = <Action extends PayoutAction>(action: Action, payout: Payout): payout is Before<Action> =>
  (actions[action].from as readonly PayoutStatus[]).includes(payout.status);

/**
 * Says that the money may go. Who is paid does not say so.
 * @throws {Refused} PAYOUT_IS_OWN @throws {PayoutActionNotAllowed}
 */
export function approve(payout: Payout, by: AccountId, at: Date): DuePayout {
  if (payout.accountId === by) throw new Refused('PAYOUT_IS_OWN');
  if (!may('approve', payout)) throw new PayoutActionNotAllowed('approve', payout.status);
  return payout.approval ? payout : { ...payout, approval: { by, at }, version: payout.version + 1 };
}

/** How a try is begun: with what can go now, to where it was verified. */
export type Beginning = {
  readonly payee: VerifiedPayee;
  readonly fen: number;
  readonly at: Date;
  readonly fileId?: PayoutFileId;
};

/** Keeps a try before anybody is asked for it. @throws {PayoutActionNotAllowed} unless it is approved and none is begun */
export function begin(payout: Payout, { payee, fen, at, fileId }: Beginning): DuePayout & { current: Try } {
  if (!may('begin', payout) || !payout.approval || payout.current)
    throw new PayoutActionNotAllowed('begin', payout.status);
  const { approval, ...rest } = payout;
  const current: Try = {
    number: payout.failed.length + 1,
    ...{ fen, approval, begunAt: at, way: wayTo(payee.details), to: payee.details },
    ...(fileId === undefined ? {} : { fileId }),
  };
  return { ...rest, approval, fen, current, version: payout.version + 1 };
}

/** Whoever moves the money took the order. @throws {PayoutActionNotAllowed} */
export function recordSent(payout: Payout, at: Date, transferId?: string): SentPayout {
  if (!may('send', payout) || !payout.current) throw new PayoutActionNotAllowed('send', payout.status);
  const { approval: _approval, current, ...rest } = payout;
  return {
    ...rest,
    status: 'sent',
    current: { ...current, sentAt: at, ...(transferId === undefined ? {} : { transferId }) },
    version: payout.version + 1,
  };
}

/** The money is there. @throws {PayoutActionNotAllowed} */
export function recordPaid(payout: Payout, at: Date): PaidPayout {
  if (!may('pay', payout)) throw new PayoutActionNotAllowed('pay', payout.status);
  return {
    ...payout,
    status: 'paid',
    current: { ...payout.current, paidAt: at },
    version: payout.version + 1,
  };
}

/**
 * The money came back, or never left: due again, and to be approved again. The try stays with its reason.
 * @throws {PayoutActionNotAllowed} when no try was begun
 */
export function recordReturned(payout: Payout, reason: string, at: Date): DuePayout {
  if (!may('return', payout) || !payout.current) throw new PayoutActionNotAllowed('return', payout.status);
  const { status: _status, current, ...rest } = payout;
  const { approval: _approval, ...common } = rest as Omit<DuePayout, 'status' | 'current'>;
  return {
    ...common,
    status: 'due',
    failed: [...payout.failed, { ...current, returnedAt: at, reason }],
    version: payout.version + 1,
  };
}
