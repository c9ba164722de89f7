import { QrCode } from '@/design/components/QrCode';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { pickupCodeTexts } from './texts';

type CodeFaceProps = { digits: string; qr: string; size: number };

/** A code to be read across a counter: large digits in two groups, and the same to scan. */
export function CodeFace({ digits, qr, size }: CodeFaceProps) {
  const t = useTexts(pickupCodeTexts);
  return (
    <Box className="pickup-code">
      <QrCode text={qr} size={size} label={t('qr')} />
      <Words className="pickup-code__digits" label={t('digits', { digits })} selectable>
        {`${digits.slice(0, 4)} ${digits.slice(4)}`}
      </Words>
    </Box>
  );
}
