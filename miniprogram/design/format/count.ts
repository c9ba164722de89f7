/** `426724` → `426,724`, the same in both languages. */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
