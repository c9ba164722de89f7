import { type CityRules } from '#shared/contracts/cityRules';
import { type Bilingual, type Position } from '#shared/contracts/common';
import { type PictureUrls } from '#shared/contracts/catalog/common';
import { type EventEnvelope } from '#shared/contracts/events/envelope';
import {
  type CategoryId,
  type CityId,
  type CycleId,
  type LotId,
  type OfferId,
  type PictureId,
  type PickupPointId,
  type ProductId,
  type SkuId,
  type SupplierId,
} from '#shared/contracts/ids';
import { type SoldBy, type Temperature } from '#shared/contracts/internal/catalog';
import { type Money } from '#shared/contracts/money';
import { type SearchKeys } from '#shared/kit/search/searchKeys';

/** A selling window as its city knows it: the city is where windows are kept from overlapping. */
export type Window = {
  readonly cycleId: CycleId;
  readonly opensAt: Date;
  readonly cutoffAt: Date;
  readonly pickupDate: string;
  readonly version: number;
  /** The cycle does not tell this yet. */
  readonly pending: boolean;
};

export type City = {
  readonly _id: CityId;
  readonly name: Bilingual;
  readonly timeZone: string;
  readonly centre: Position;
  readonly rules: CityRules;
  readonly version: number;
  /** Windows whose cutoff lies ahead or a short while back. */
  readonly windows: readonly Window[];
  readonly outbox: readonly EventEnvelope[];
};

export type Cycle = {
  readonly _id: CycleId;
  readonly cityId: CityId;
  readonly timeZone: string;
  readonly opensAt: Date;
  readonly cutoffAt: Date;
  readonly pickupDate: string;
  readonly version: number;
  readonly outbox: readonly EventEnvelope[];
};

export type Category = {
  readonly _id: CategoryId;
  readonly name: Bilingual;
  readonly position: number;
  readonly pictureId?: PictureId;
  readonly hidden: boolean;
  readonly version: number;
};

/** Its offers may show what it was before: they are refreshed, and the mark taken away. */
export type Shown = { readonly version: number; readonly offersStale: boolean };

export type Supplier = Shown & {
  readonly _id: SupplierId;
  readonly name: string;
  readonly nameEn?: string;
  readonly contactName?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly licence?: string;
};

export type Product = Shown & {
  readonly _id: ProductId;
  readonly categoryId: CategoryId;
  readonly title: Bilingual;
  readonly description?: Bilingual;
  readonly keywords: readonly string[];
  readonly storageAdvice?: Bilingual;
  readonly pictureIds: readonly PictureId[];
  readonly pictureAlts?: readonly { readonly pictureId: PictureId; readonly alt: Bilingual }[];
  readonly temperature: Temperature;
  readonly fresh: boolean;
  readonly search: SearchKeys;
};

export type Sku = Shown & {
  readonly _id: SkuId;
  readonly productId: ProductId;
  readonly pack: Bilingual;
  readonly soldBy: SoldBy;
  readonly nominalGrams: number;
  readonly unitCost: Money;
  readonly supplierId: SupplierId;
  readonly caseUnits: number;
  readonly supplierMinimumUnits: number;
};

export type Lot = {
  readonly _id: LotId;
  readonly skuId: SkuId;
  readonly supplierId: SupplierId;
  readonly supplierName: string;
  readonly supplierNameEn?: string;
  readonly code: string;
  readonly origin: string;
  readonly originEn?: string;
  readonly producedOn: string;
  readonly bestBefore?: string;
  readonly certificate?: string;
  readonly units: number;
  readonly version: number;
};

export type Picture = {
  readonly _id: PictureId;
  readonly urls: PictureUrls;
  readonly width: number;
  readonly height: number;
};

/** How far a GroupBuy has come at one pickup point, as orders last told. */
export type GroupStanding = {
  /** `offerId|pickupPointId` */
  readonly _id: string;
  readonly offerId: OfferId;
  readonly pickupPointId: PickupPointId;
  readonly cycleId: CycleId;
  readonly status: 'open' | 'formed' | 'failed';
  readonly shoppers: number;
  readonly units: number;
  readonly initials: readonly string[];
  readonly version: number;
  /** When this service heard of it: lists ask for what is new. */
  readonly heardAt: Date;
};
