import { persisted } from '@/platform/persisted';
import { type WeightUnit, weightUnits } from './weights';

const isUnit = (value: unknown): value is WeightUnit => weightUnits.some((unit) => unit === value);
const kept = persisted<WeightUnit>('weight-unit', 1, isUnit);

/** What the scales of this place show. */
export const lastUnit = (): WeightUnit => kept.read() ?? 'kg';
export const rememberUnit = (unit: WeightUnit): void => kept.write(unit);
