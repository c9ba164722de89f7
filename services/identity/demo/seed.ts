import { type Connection } from 'mongoose';
import { nativeOn } from '#shared/kit/mongo/models';
import { foundBy } from '../domain/foundBy';
import { type AccountDocument, accountModel } from '../storage/accountModel';
import { hashPassword, passwordMatches } from '../tokens/passwords';
import { demoAddress, demoOperator, demoOperatorId, demoPeople } from './people';

const minuteMs = 60_000;
const demoOperatorName = '邻团运营';

/**
 * Puts the demo's accounts into an identity database whose indexes are built: 6,000 shoppers, 60 leaders, 7 couriers, one operator.
 * What is there already stays as it is; events are not told, since every service seeds its own part.
 * @param now when the last of them joined; the others did so minute by minute before.
 */
export async function seedIdentityDemo(connection: Connection, now: Date): Promise<void> {
  const accounts = nativeOn(connection, accountModel);
  const people = demoPeople();
  const there = await accounts.countDocuments({ demo: true });
  if (there > people.length) return;
  const base = { status: 'open', language: 'zh-CN', largeType: false, demo: true, version: 1 } as const;
  const operator: AccountDocument = {
    ...base,
    _id: demoOperatorId,
    displayName: demoOperatorName,
    roles: ['shopper', 'operator'],
    username: demoOperator.username,
    foundBy: foundBy({ displayName: demoOperatorName, username: demoOperator.username }),
    password: { hash: await hashPassword(demoOperator.password), mustChange: false },
    addresses: [],
    openedAt: new Date(now.getTime() - (people.length + 1) * minuteMs),
  };
  const others = people.map((person, at): AccountDocument => ({
    ...base,
    ...person,
    foundBy: foundBy(person),
    addresses: person.phone === demoAddress.phone ? [demoAddress] : [],
    openedAt: new Date(now.getTime() - at * minuteMs),
  }));
  await accounts.bulkWrite(
    [...others, operator].map((account) => ({
      updateOne: {
        filter: { _id: account._id },
        update: { $setOnInsert: account },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}

/** Whether the demo's operator still signs in with the demo's password: somebody may have changed it, or made it anew. */
export async function demoPasswordCounts(connection: Connection): Promise<boolean> {
  const operator = await nativeOn(connection, accountModel).findOne({ _id: demoOperatorId });
  return passwordMatches(operator?.password?.hash, demoOperator.password);
}
