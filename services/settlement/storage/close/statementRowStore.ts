import { type Connection, type mongo } from 'mongoose';
import { type PaymentProviderName } from '#shared/contracts/orders/paymentViews';
import { type StatementRowKind } from '#shared/contracts/internal/providerStatements';
import { defineModel, nativeOn } from '#shared/kit/mongo/models';
import { type MovementKey } from '../../domain/close/difference';
import { type KeptRow } from '../../domain/close/keptRow';

type StoredRow = Omit<KeptRow, 'rowId'> & {
  /** `stripe/txn_1` */
  _id: string;
  provider: PaymentProviderName;
  rowId: string;
  /** The reading of the day's statement that told it last. */
  reading: number;
  /** What earlier readings said instead. */
  earlier?: { amountFen: number; feeFen: number; reading: number }[];
  /** The statement does not tell it any more. */
  gone?: true;
};

const StatementRowModel = defineModel<StoredRow>({
  name: 'StatementRow',
  collection: 'statement_rows',
  indexes: [
    [{ provider: 1, day: 1 }],
    [{ provider: 1, key: 1 }],
    [{ provider: 1, intentId: 1 }, { sparse: true }],
  ],
});

/** The rows of the providers' statements, as they were told. */
export class StatementRowStore {
  readonly #rows: mongo.Collection<StoredRow>;

  constructor(connection: Connection) {
    this.#rows = nativeOn(connection, StatementRowModel);
  }

  /** Keeps rows of a reading; what an earlier reading said otherwise is kept beside. The same rows again change nothing. */
  async keep(provider: PaymentProviderName, reading: number, rows: readonly KeptRow[]): Promise<void> {
    if (rows.length === 0) return;
    const ids = rows.map(({ rowId }) => `${provider}/${rowId}`);
    const known = new Map<string, StoredRow>();
    for await (const row of this.#rows.find({ _id: { $in: ids } })) known.set(row._id, row);
    await this.#rows.bulkWrite(
      rows.map((row, at) => {
        const _id = ids[at] ?? '';
        const before = known.get(_id);
        const says = before && before.reading < reading && !sameMoney(before, row);
        const earlier = [
          ...(before?.earlier ?? []),
          ...(says ? [{ amountFen: before.amountFen, feeFen: before.feeFen, reading: before.reading }] : []),
        ];
        const replacement = { ...row, provider, reading, ...(earlier.length > 0 && { earlier }) };
        return { replaceOne: { filter: { _id }, replacement, upsert: true } };
      }),
      { ordered: false },
    );
  }

  /** Marks what this reading, which came to its end, did not tell any more. */
  async endReading(provider: PaymentProviderName, day: string, reading: number): Promise<void> {
    await this.#rows.updateMany(
      { provider, day, reading: { $lt: reading }, gone: { $exists: false } },
      { $set: { gone: true } },
    );
  }

  /** What a day's statement tells, row by row. */
  async *ofDay(provider: PaymentProviderName, day: string): AsyncIterable<KeptRow> {
    for await (const row of this.#rows.find({ provider, day, gone: { $exists: false } })) yield toRow(row);
  }

  /** What the statements of all days tell under some keys, in fen. */
  async totals(
    provider: PaymentProviderName,
    keys: readonly MovementKey[],
  ): Promise<Map<MovementKey, number>> {
    const sums = new Map<MovementKey, number>();
    const rows = this.#rows.find({ provider, key: { $in: [...keys] }, gone: { $exists: false } });
    for await (const { key, amountFen } of rows) sums.set(key, (sums.get(key) ?? 0) + amountFen);
    return sums;
  }

  /** Under which keys rows of these payments stand. */
  async keysOfIntents(
    provider: PaymentProviderName,
    intentIds: readonly string[],
  ): Promise<Map<string, Pick<KeptRow, 'key' | 'orderId'>>> {
    const found = new Map<string, Pick<KeptRow, 'key' | 'orderId'>>();
    if (intentIds.length === 0) return found;
    const kind: StatementRowKind = 'payment';
    for await (const row of this.#rows.find({ provider, intentId: { $in: [...intentIds] } }))
      if (row.kind === kind && row.intentId !== undefined) found.set(row.intentId, toRow(row));
    return found;
  }
}

const sameMoney = (one: KeptRow, other: KeptRow): boolean =>
  one.amountFen === other.amountFen && one.feeFen === other.feeFen;

const toRow = ({ _id, provider: _p, reading: _r, earlier: _e, gone: _g, ...row }: StoredRow): KeptRow => row;
