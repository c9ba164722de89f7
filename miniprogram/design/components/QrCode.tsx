import { useMemo } from 'react';
import { toBase64 } from '@/platform/base64';
import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Box } from '../primitives/Box';
import { Photo } from '../primitives/Photo';
import { qrSquares } from '../qrSquares';

/** One path of unit squares: small, sharp at every size, and a picture that every platform shows. */
const drawing = (text: string): string => {
  const { size, dark } = qrSquares(text);
  const path = dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
  return `data:image/svg+xml;base64,${toBase64(svg)}`;
};

/** A QR code of `text`, black on white also in dark surroundings, `size` px wide. Works without a network. */
export function QrCode({ text, size = 220, label }: { text: string; size?: number; label?: string }) {
  const t = useTexts(designTexts);
  const src = useMemo(() => drawing(text), [text]);
  return (
    <Box className="lt-qr-code" style={{ width: `${size}px`, height: `${size}px` }}>
      <Photo src={src} alt={label ?? t('scanHelp')} eager fit="contain" className="lt-qr-code__photo" />
    </Box>
  );
}
