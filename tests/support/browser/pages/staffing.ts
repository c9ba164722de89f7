import { type AppWindow, shows } from '../appWindow';

/** A neighbour asks to become a leader. */
export const leaderApplication = ({ page, open }: AppWindow) => ({
  open: () => open('/pages/leader-application/index'),
  async apply({ name, place, address }: { name: string; place: string; address: string }) {
    await page.getByRole('textbox', { name: 'Your name' }).fill(name);
    await page.getByRole('textbox', { name: 'Compound or shop' }).fill(place);
    await page.getByRole('textbox', { name: 'Full address' }).fill(address);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await shows(page, 'We have your application and will be in touch soon');
  },
  /** Looks whether it was approved. */
  async isApproved() {
    await page.reload();
    await shows(page, 'You are a leader now. Welcome!');
  },
});

/** The merchant's staff decides who becomes a leader. */
export const applications = ({ page, open, tells }: AppWindow) => ({
  open: () => open('/operator/applications/index'),
  /** Opens a pickup point where the applicant said, and makes the applicant its leader. */
  async approveWithNewPoint(applicant: string, point: { name: string; lng: string; lat: string }) {
    await page.getByRole('button').filter({ hasText: applicant }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Name (English)' }).fill(point.name);
    await sheet.getByRole('textbox', { name: 'Longitude' }).fill(point.lng);
    await sheet.getByRole('textbox', { name: 'Latitude' }).fill(point.lat);
    await sheet.getByRole('button', { name: 'Open it and approve' }).click();
    await tells(`Approved: ${applicant} is a leader now`);
  },
});

export const couriers = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/couriers/index'),
  /** Adds a courier who drives at all hours. */
  async add(name: string, phone: string) {
    await page.getByRole('button', { name: 'New courier' }).click();
    await page.getByRole('textbox', { name: 'Phone number' }).fill(phone);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.getByLabel('Shift begins').fill('00:00');
    await page.getByLabel('Shift ends').fill('23:59');
    await page.getByRole('button', { name: 'New courier' }).click();
    await page.getByRole('heading', { name, level: 2 }).waitFor();
    await page.getByRole('button', { name: 'Back to the list' }).click();
    await page.getByRole('button').filter({ hasText: name }).waitFor();
  },
});
