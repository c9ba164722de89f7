import { createHmac, randomBytes } from 'node:crypto';
import { type Connection, type mongo } from 'mongoose';
import { type CityId } from '#shared/contracts/ids';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';

type Stored = { _id: string; secret: string };

const DayNumberModel = defineModel<Stored>({
  name: 'DayNumberSecret',
  collection: 'day_number_secrets',
  indexes: [],
});
const only = 'claims';

/** The four digits that go into photos of claims, of each city on each of its days: nobody can know them beforehand. */
export class DayNumberStore {
  readonly #secrets: mongo.Collection<Stored>;

  constructor(connection: Connection) {
    this.#secrets = nativeOn(connection, DayNumberModel);
  }

  async of(cityId: CityId, day: string): Promise<string> {
    const kept = await this.#secrets.findOneAndUpdate(
      { _id: only },
      { $setOnInsert: { secret: randomBytes(32).toString('hex') } },
      { upsert: true, returnDocument: 'after' },
    );
    const digest = createHmac('sha256', kept?.secret ?? '')
      .update(`${cityId} ${day}`)
      .digest();
    return String(digest.readUInt32BE(0) % 10_000).padStart(4, '0');
  }
}
