import { type OfferPage } from '#shared/contracts/catalog/shopping';
import { useReached } from '@/platform/clock';

/** Whether the round of an offer has ended: an old link still shows what was sold, but nobody can buy it. */
export const useIsOver = ({ cycle }: Pick<OfferPage, 'cycle'>): boolean => useReached(cycle.cutoffAt);
