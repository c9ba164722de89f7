import { addDays, addHours } from 'date-fns';
import { type CityRules } from '#shared/contracts/cityRules';
import { type AccountId, type LineId } from '#shared/contracts/ids';
import { basisPointsOf } from '#shared/kit/money';
import { waitOfLine } from './claims/waiting';
import { type OrderLine } from './line';
import { type Order } from './order';
import { refundableOfLine } from './refunds';

/** What the leader is to have earned with one line by now, in fen. */
export type LineCommission = {
  readonly lineId: LineId;
  /** Net paid less refunds (rule 14). */
  readonly baseFen: number;
  readonly basisPoints: number;
  readonly commissionFen: number;
};

/** Whether the leader earns with this order: not with their own, but with those they place for neighbours. */
export const earnsCommission = (
  { accountId, onBehalfOf }: Pick<Order, 'accountId' | 'onBehalfOf'>,
  leaderAccountId: AccountId | undefined,
): leaderAccountId is AccountId =>
  leaderAccountId !== undefined && (accountId !== leaderAccountId || onBehalfOf !== undefined);

/** The commission of each line by what it costs its shopper as of now; while a claim of it waits, none (rule 23). */
export const commissionOfLines = (order: Pick<Order, 'lines' | 'refunds' | 'claims'>): LineCommission[] =>
  order.lines.map(({ lineId, offer }) => {
    const baseFen = refundableOfLine(order, lineId);
    const basisPoints = offer.commissionBasisPoints;
    const wait = waitOfLine(order, lineId);
    const commissionFen = wait && !wait.until ? 0 : basisPointsOf(baseFen, basisPoints);
    return { lineId, baseFen, basisPoints, commissionFen };
  });

/** What the leader may expect of an order that is not collected yet, in fen. */
export const expectedCommissionFen = (order: Pick<Order, 'lines' | 'refunds' | 'claims'>): number =>
  commissionOfLines(order).reduce((sum, { commissionFen }) => sum + commissionFen, 0);

type ClaimRules = Pick<CityRules, 'freshClaimHours' | 'otherClaimDays'>;

/** When nobody can claim for the line any more (rule 13). */
export const claimableUntil = (
  { offer }: Pick<OrderLine, 'offer'>,
  collectedAt: Date,
  rules: ClaimRules,
): Date =>
  offer.fresh ? addHours(collectedAt, rules.freshClaimHours) : addDays(collectedAt, rules.otherClaimDays);
