import { type Position } from '#shared/contracts/common';
import { type Hours, isDayPossible } from '#shared/contracts/delivery/hours';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { isFilled, isWhole, wholeOf } from '@/blocks/form/check';
import { type Wrong } from '@/blocks/form/refusal';
import { translateNow } from '@/i18n/texts';
import { pointTexts } from './texts';

/** That a place is really as far from its city as it is. */
export type FarAnswer = { confirmFar?: true };

/** What is typed of a pickup point. */
export type PointDraft = {
  nameZh: string;
  nameEn: string;
  address: string;
  lng: string;
  lat: string;
  hours: readonly Hours[];
  coldStorage: boolean;
  capacity: string;
} & FarAnswer;

/** Neighbours collect at most that often a day. */
const mostHours = 3;
const mostOrders = 5_000;

export const canAddHours = ({ hours }: PointDraft): boolean => hours.length < mostHours;

export const newPoint: PointDraft = {
  nameZh: '',
  nameEn: '',
  address: '',
  lng: '',
  lat: '',
  hours: [{ from: '08:00', to: '21:00' }],
  coldStorage: false,
  capacity: '100',
};

/** `120.153576` from numbers with more digits than a place needs. */
const typedDegrees = (degrees: number) => String(Number(degrees.toFixed(6)));

export const typedPosition = ({ lng, lat }: Position) => ({ lng: typedDegrees(lng), lat: typedDegrees(lat) });

export const draftOf = (point: ManagedPickupPoint): PointDraft => ({
  nameZh: point.name.zh,
  nameEn: point.name.en,
  address: point.address,
  ...typedPosition(point.position),
  hours: point.openingHours,
  coldStorage: point.coldStorage,
  capacity: String(point.capacityPerDay),
});

const degreesOf = (text: string, max: number): number | undefined => {
  const degrees = text.trim() === '' ? NaN : Number(text);
  return Math.abs(degrees) <= max ? degrees : undefined;
};

/** Where the draft is, once it is typed rightly. */
export const positionOf = ({ lng, lat }: Pick<PointDraft, 'lng' | 'lat'>): Position | undefined => {
  const [x, y] = [degreesOf(lng, 180), degreesOf(lat, 90)];
  return x === undefined || y === undefined ? undefined : { lng: x, lat: y };
};

export const checkPosition = ({ lng, lat }: Pick<PointDraft, 'lng' | 'lat'>) => ({
  lng: degreesOf(lng, 180) === undefined ? translateNow(pointTexts)('degrees', { max: 180 }) : undefined,
  lat: degreesOf(lat, 90) === undefined ? translateNow(pointTexts)('degrees', { max: 90 }) : undefined,
});

export const checkPoint = (draft: PointDraft): Wrong<PointDraft> => ({
  nameZh: isFilled(draft.nameZh),
  nameEn: isFilled(draft.nameEn),
  address: isFilled(draft.address),
  ...checkPosition(draft),
  hours: isDayPossible(draft.hours) ? undefined : translateNow(pointTexts)('hoursWrong'),
  capacity: isWhole(draft.capacity, 1, mostOrders),
});

export const farAnswer = ({ confirmFar }: FarAnswer): FarAnswer => (confirmFar ? { confirmFar } : {});

/** As the contract wants it; only for what was checked before. */
export const factsOf = (draft: PointDraft) => ({
  name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
  address: draft.address.trim(),
  position: positionOf(draft) ?? { lng: 0, lat: 0 },
  openingHours: [...draft.hours],
  coldStorage: draft.coldStorage,
  capacityPerDay: wholeOf(draft.capacity) ?? 1,
  ...farAnswer(draft),
});
