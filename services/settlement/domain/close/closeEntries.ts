import { providerAccount, providerFees } from '../ledger/account';
import { type NewEntry } from '../ledger/entry';
import { type DayClose } from './dayClose';
import { type Difference } from './difference';

/** What the provider kept of the day, one entry for each time that its statement said something new about it. */
export const entriesOfClose = ({ provider, day, feePosts }: DayClose): NewEntry[] =>
  feePosts.map(({ fen, at }, sequence) => ({
    cause: sequence === 0 ? `fees:${provider}/${day}` : `fees:${provider}/${day}/${sequence}`,
    kind: 'provider_fee',
    ...{ day, at },
    about: { provider },
    postings: [
      { account: providerAccount(provider), fen },
      { account: providerFees, fen: -fen },
    ],
  }));

/** What operators posted for a difference. It counts on the day that it is about. */
export const entriesOfDifference = ({
  differenceId,
  provider,
  day,
  about,
  resolutions,
}: Difference): NewEntry[] =>
  resolutions.flatMap(({ resolutionId, at, postings }) =>
    postings
      ? [
          {
            cause: `adjustment:${differenceId}/${resolutionId}`,
            kind: 'adjustment' as const,
            ...{ day, at, postings },
            about: {
              provider,
              ...(about.orderId !== undefined && { orderId: about.orderId }),
              ...(about.refundId !== undefined && { refundId: about.refundId }),
              ...(about.payoutId !== undefined && { payoutId: about.payoutId }),
            },
          },
        ]
      : [],
  );
