import { type Product } from '#shared/contracts/catalog/products';
import { type Temperature } from '#shared/contracts/internal/catalog';
import { areBothOrNone, isChosen, isFilled } from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { api } from '@/client/api';
import { translateNow } from '@/i18n/texts';
import { productTexts } from './texts';

export type PictureDraft = {
  readonly pictureId: string;
  readonly src: string;
  readonly altZh: string;
  readonly altEn: string;
};
export type ProductDraft = {
  readonly version: number;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly categoryId: string;
  readonly descriptionZh: string;
  readonly descriptionEn: string;
  readonly storageAdviceZh: string;
  readonly storageAdviceEn: string;
  readonly keywords: string;
  readonly pictures: readonly PictureDraft[];
  readonly temperature: string;
  readonly fresh: boolean;
};

/** What a form begins with: the product as it was read, or nothing. */
export const productDraft = (product?: Product): ProductDraft => ({
  version: product?.version ?? 0,
  titleZh: product?.title.zh ?? '',
  titleEn: product?.title.en ?? '',
  categoryId: product?.categoryId ?? '',
  descriptionZh: product?.description?.zh ?? '',
  descriptionEn: product?.description?.en ?? '',
  storageAdviceZh: product?.storageAdvice?.zh ?? '',
  storageAdviceEn: product?.storageAdvice?.en ?? '',
  keywords: product?.keywords.join(', ') ?? '',
  pictures:
    product?.pictures.map(({ pictureId, small, alt }) => ({
      pictureId,
      src: small,
      altZh: alt?.zh ?? '',
      altEn: alt?.en ?? '',
    })) ?? [],
  temperature: product?.temperature ?? 'ambient',
  fresh: product?.fresh ?? true,
});

const keywordsOf = (typed: string) =>
  typed
    .split(/[,，、]/)
    .map((word) => word.trim())
    .filter(Boolean);

const areKeywords = (typed: string) => {
  const words = keywordsOf(typed);
  return words.length > 20 || words.some((word) => word.length > 20)
    ? translateNow(productTexts)('keywordsWrong')
    : undefined;
};

export const checkProduct = (draft: ProductDraft): Wrong<ProductDraft> => ({
  titleZh: isFilled(draft.titleZh),
  titleEn: isFilled(draft.titleEn),
  categoryId: isChosen(draft.categoryId),
  descriptionZh: areBothOrNone(draft.descriptionZh, draft.descriptionEn),
  descriptionEn: areBothOrNone(draft.descriptionEn, draft.descriptionZh),
  storageAdviceZh: areBothOrNone(draft.storageAdviceZh, draft.storageAdviceEn),
  storageAdviceEn: areBothOrNone(draft.storageAdviceEn, draft.storageAdviceZh),
  keywords: areKeywords(draft.keywords),
});

const wordsOf = (zh: string, en: string) => (zh.trim() === '' ? undefined : { zh, en });

/** Adds the product, or changes the one with `productId` as it was seen. */
export const saveProduct = (key: string, draft: ProductDraft, productId?: string): Promise<Product> => {
  const description = wordsOf(draft.descriptionZh, draft.descriptionEn);
  const storageAdvice = wordsOf(draft.storageAdviceZh, draft.storageAdviceEn);
  const facts = {
    title: { zh: draft.titleZh, en: draft.titleEn },
    categoryId: draft.categoryId,
    keywords: keywordsOf(draft.keywords),
    pictureIds: draft.pictures.map(({ pictureId }) => pictureId),
    pictureAlts: draft.pictures
      .filter(({ altZh, altEn }) => altZh.trim() !== '' && altEn.trim() !== '')
      .map(({ pictureId, altZh, altEn }) => ({ pictureId, alt: { zh: altZh, en: altEn } })),
    temperature: draft.temperature as Temperature,
    fresh: draft.fresh,
  };
  return productId === undefined
    ? api.catalog.addProduct({ body: { ...facts, description, storageAdvice }, idempotencyKey: key })
    : api.catalog.changeProduct({
        params: { productId },
        body: {
          ...facts,
          version: draft.version,
          description: description ?? null,
          storageAdvice: storageAdvice ?? null,
        },
        idempotencyKey: key,
      });
};
