import { type CrateView } from '#shared/contracts/delivery/stopViews';

type Vehicle = { readonly crateCapacity: number; readonly coldCapable: boolean };

/** Whether all these crates fit into the vehicle, the cold ones among them staying cold. */
export const canCarry = (
  { crateCapacity, coldCapable }: Vehicle,
  crates: readonly Pick<CrateView, 'zone'>[],
): boolean => crates.length <= crateCapacity && (coldCapable || crates.every(({ zone }) => zone !== 'cold'));
