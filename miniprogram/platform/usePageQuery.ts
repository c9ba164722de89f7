import { usePageParams } from './pageParams';

/** The values this page was opened with, decoded: `openPage(page, { orderId })` → `usePageQuery().orderId`. */
export const usePageQuery = (): Readonly<Record<string, string | undefined>> => {
  const params = usePageParams();
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, value === undefined ? undefined : decode(value)]),
  );
};

/** Some platforms decode by themselves. */
const decode = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
