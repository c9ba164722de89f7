import { type mongo } from 'mongoose';
import { type OfferId } from '#shared/contracts/ids';
import { type Offer } from '../domain/offer';
import { type PlacedHold } from '../domain/taking';

type Update = mongo.AnyBulkWriteOperation<Offer>;
export type HoldName = { readonly offerId: OfferId; readonly take: string; readonly units: number };
type Groups<T> = ReadonlyMap<OfferId, readonly T[]>;

/** Offers in one statement: what it looks up for each is found by going through all of them. */
const perStatement = 50;

const sum = (holds: readonly { readonly units: number }[]) =>
  holds.reduce((total, { units }) => total + units, 0);

/** What `values` says of the offer at hand. */
const ofThisOffer = (values: ReadonlyMap<OfferId, unknown>) => ({
  $getField: { field: '$_id', input: { $literal: Object.fromEntries(values) } },
});

const mapValues = <T, R>(groups: Groups<T>, value: (group: readonly T[]) => R): Map<OfferId, R> =>
  new Map([...groups].map(([offerId, group]) => [offerId, value(group)]));

/**
 * One guarded change of each offer. A few offers have a statement each. Many are changed together by statements that say in a
 * table what each has to be and becomes: planning a statement costs the database more than changing a document.
 */
function statements<T>(
  groups: Groups<T>,
  tableFrom: number,
  {
    one,
    together,
  }: { one: (offerId: OfferId, group: readonly T[]) => Update; together: (groups: Groups<T>) => Update },
): Update[] {
  const all = [...groups];
  if (all.length < tableFrom) return all.map(([offerId, group]) => one(offerId, group));
  const count = Math.ceil(all.length / perStatement);
  return Array.from({ length: count }, (_, at) =>
    together(new Map(all.slice(at * perStatement, (at + 1) * perStatement))),
  );
}

/**
 * @param groups all of one batch, so that the holds in an offer saw the same version of it.
 * @param tableFrom so many offers are changed by a table.
 */
export const placing = (groups: Groups<PlacedHold>, tableFrom: number): Update[] =>
  statements(groups, tableFrom, { one: placeOne, together: placeTogether });

function placeOne(offerId: OfferId, group: readonly PlacedHold[]): Update {
  const holds = group.map(({ hold }) => hold);
  const units = sum(holds);
  const version = group[0]?.version;
  const seen = version === undefined ? {} : { version };
  return {
    updateOne: {
      filter: { _id: offerId, onSale: true, available: { $gte: units }, ...seen },
      update: { $inc: { available: -units }, $push: { holds: { $each: holds } } },
    },
  };
}

function placeTogether(groups: Groups<PlacedHold>): Update {
  const units = ofThisOffer(mapValues(groups, (group) => sum(group.map(({ hold }) => hold))));
  const holds = ofThisOffer(mapValues(groups, (group) => group.map(({ hold }) => hold)));
  const version = ofThisOffer(mapValues(groups, ([first]) => first?.version ?? null));
  return {
    updateMany: {
      filter: {
        _id: { $in: [...groups.keys()] },
        onSale: true,
        $expr: { $and: [{ $gte: ['$available', units] }, { $in: [version, [null, '$version']] }] },
      },
      update: [
        {
          $set: {
            available: { $subtract: ['$available', units] },
            holds: { $concatArrays: ['$holds', holds] },
          },
        },
      ],
    },
  };
}

/** Takes holds away where they lie, adding their units to `to`. */
export const taking = (groups: Groups<HoldName>, to: 'available' | 'sold', tableFrom: number): Update[] =>
  statements(groups, tableFrom, {
    one: (offerId, group) => takeOne(offerId, group, to),
    together: (some) => takeTogether(some, to),
  });

function takeOne(offerId: OfferId, holds: readonly HoldName[], to: 'available' | 'sold'): Update {
  const takes = holds.map(({ take }) => take);
  return {
    updateOne: {
      filter: { _id: offerId, 'holds.take': { $all: takes } },
      update: { $pull: { holds: { take: { $in: takes } } }, $inc: { [to]: sum(holds) } },
    },
  };
}

function takeTogether(groups: Groups<HoldName>, to: 'available' | 'sold'): Update {
  const units = ofThisOffer(mapValues(groups, sum));
  const takes = ofThisOffer(mapValues(groups, (group) => group.map(({ take }) => take)));
  return {
    updateMany: {
      filter: { _id: { $in: [...groups.keys()] }, $expr: { $setIsSubset: [takes, '$holds.take'] } },
      update: [
        {
          $set: {
            [to]: { $add: [`$${to}`, units] },
            holds: { $filter: { input: '$holds', cond: { $not: { $in: ['$$this.take', takes] } } } },
          },
        },
      ],
    },
  };
}
