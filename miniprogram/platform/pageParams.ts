import { useRouter } from '@tarojs/taro';

type Params = Readonly<Record<string, string | undefined>>;

/** What this page was opened with, as the platform gives it. */
export const usePageParams = (): Params => useRouter().params;
