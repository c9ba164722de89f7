import { useTexts } from '@/i18n/texts';
import { designTexts } from '@/design/designTexts';
import { Page } from '@/design/page/Page';
import { SkeletonRows } from '@/design/components/Skeleton';

export default function CourierRoutePage() {
  const t = useTexts(designTexts);
  return (
    <Page title={t('appName')}>
      <SkeletonRows />
    </Page>
  );
}
