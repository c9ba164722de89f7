import { type Lot } from '#shared/contracts/catalog/lots';
import { isFilled, isWhole, wholeOf } from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { api } from '@/client/api';
import { translateNow } from '@/i18n/texts';
import { productTexts } from './texts';

export type LotDraft = {
  readonly version: number;
  readonly code: string;
  readonly origin: string;
  readonly originEn: string;
  readonly producedOn: string;
  readonly bestBefore: string;
  readonly certificate: string;
  readonly units: string;
};

/** @param today what a new lot's day of harvest begins with. */
export const lotDraft = (lot: Lot | undefined, today: string): LotDraft => ({
  version: lot?.version ?? 0,
  code: lot?.code ?? '',
  origin: lot?.origin ?? '',
  originEn: lot?.originEn ?? '',
  producedOn: lot?.producedOn ?? today,
  bestBefore: lot?.bestBefore ?? '',
  certificate: lot?.certificate ?? '',
  units: lot ? String(lot.units) : '',
});

export const checkLot = (draft: LotDraft): Wrong<LotDraft> => ({
  code: isFilled(draft.code),
  origin: isFilled(draft.origin),
  producedOn: isFilled(draft.producedOn),
  bestBefore:
    draft.bestBefore !== '' && draft.bestBefore < draft.producedOn
      ? translateNow(productTexts)('bestBeforeWrong')
      : undefined,
  units: isWhole(draft.units, 1, 10_000_000),
});

/** Records a lot of the Sku, or corrects the one with `lotId`. */
export const saveLot = (key: string, draft: LotDraft, skuId: string, lotId?: string): Promise<Lot> => {
  const facts = {
    code: draft.code,
    origin: draft.origin,
    producedOn: draft.producedOn,
    units: wholeOf(draft.units) ?? 0,
  };
  const originEn = draft.originEn.trim() === '' ? undefined : draft.originEn;
  const bestBefore = draft.bestBefore === '' ? undefined : draft.bestBefore;
  const certificate = draft.certificate.trim() === '' ? undefined : draft.certificate;
  return lotId === undefined
    ? api.catalog.addLot({
        body: { skuId, ...facts, originEn, bestBefore, certificate },
        idempotencyKey: key,
      })
    : api.catalog.correctLot({
        params: { lotId },
        body: {
          ...facts,
          version: draft.version,
          originEn: originEn ?? null,
          bestBefore: bestBefore ?? null,
          certificate: certificate ?? null,
        },
        idempotencyKey: key,
      });
};
