import { type CityRules } from '#shared/contracts/cityRules';
import { type ClaimCause, type ClaimReview } from '#shared/contracts/orders/claimViews';

/** How many orders there were in 30 days, on how many of them somebody claimed, and what was granted for it. */
export type Rate = { readonly orders: number; readonly claims: number; readonly grantedFen: number };

/** What is known about a claim that is about to be opened. */
export type Circumstances = {
  readonly askedFen: number;
  readonly cause: ClaimCause;
  readonly byLeader: boolean;
  readonly photos: readonly {
    readonly source: 'camera' | 'file';
    readonly numberOfTheDay: boolean;
    readonly hasNearDuplicate: boolean;
  }[];
  /** Of the account, without this claim. */
  readonly account: Rate;
  /** Orders that claim for the same lot, without this one. */
  readonly ordersOfLot: number;
};

export type ReviewRules = Pick<
  CityRules,
  'claimInstantLimitFen' | 'claimInstantPer30Days' | 'claimOrdersPercent' | 'claimsOfLot'
>;

/** An account with fewer orders is not judged by its share of them: one claim on two orders says nothing. */
const fewOrders = 5;

/** Why a person is to look at a claim (rule 23); nothing: it is paid at once. */
export function reviewOf(about: Circumstances, rules: ReviewRules): ClaimReview[] {
  const { askedFen, cause, byLeader, photos, account, ordersOfLot } = about;
  const camera = photos.filter(({ source }) => source === 'camera');
  const share = (100 * (account.claims + 1)) / Math.max(account.orders, 1);
  const reasons: Readonly<Record<ClaimReview, boolean>> = {
    over_limit: askedFen > rules.claimInstantLimitFen,
    often: account.claims >= rules.claimInstantPer30Days,
    many_of_orders: account.orders >= fewOrders && share > rules.claimOrdersPercent,
    many_of_lot: ordersOfLot + 1 >= rules.claimsOfLot,
    photo_from_file: camera.length < photos.length,
    number_not_of_the_day: camera.some(({ numberOfTheDay }) => !numberOfTheDay),
    near_duplicate: photos.some(({ hasNearDuplicate }) => hasNearDuplicate),
    no_photo: photos.length === 0,
    for_neighbour: byLeader,
    other_cause: cause === 'other',
  };
  return (Object.keys(reasons) as ClaimReview[]).filter((reason) => reasons[reason]);
}
