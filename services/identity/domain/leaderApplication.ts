import { type Position } from '#shared/contracts/common';
import {
  type AccountId,
  type CityId,
  type LeaderApplicationId,
  type PickupPointId,
} from '#shared/contracts/ids';

type Applied = {
  readonly _id: LeaderApplicationId;
  readonly accountId: AccountId;
  readonly displayName: string;
  readonly name: string;
  readonly phone: string;
  readonly cityId: CityId;
  readonly pickupPointId?: PickupPointId;
  readonly place: string;
  readonly address: string;
  readonly position?: Position;
  readonly coldStorage: boolean;
  readonly message: string;
  readonly appliedAt: Date;
  readonly version: number;
};
type Decided = { readonly decidedAt: Date; readonly decidedBy: AccountId };

/** The wish of a neighbour to lead a pickup point, and what an operator made of it. */
export type LeaderApplication = Applied &
  (
    | { readonly status: 'pending' }
    | (Decided & {
        readonly status: 'approved';
        readonly leadsPickupPointId: PickupPointId;
        /** The account has not got its role yet. */
        readonly roleDue?: true;
      })
    | (Decided & { readonly status: 'rejected'; readonly rejectedBecause: string })
  );
