import { type AppWindow } from '../appWindow';
import { type PhotoFile } from '../photo';

type NewProduct = {
  readonly title: { readonly zh: string; readonly en: string };
  readonly category: string;
  readonly picture: PhotoFile;
};
type NewSku = {
  readonly pack: { readonly zh: string; readonly en: string };
  readonly grams: string;
  readonly cost: string;
  readonly supplier: string;
};

/** What the merchant sells at all: products with their pictures and packs. */
export const productRange = ({ page, open }: AppWindow) => ({
  async add({ title, category, picture }: NewProduct) {
    await open('/operator/products/index');
    await page.getByRole('button', { name: 'New product' }).click();
    await page.getByRole('textbox', { name: 'Name (Chinese)' }).fill(title.zh);
    await page.getByRole('textbox', { name: 'Name (English)' }).fill(title.en);
    await page.getByRole('combobox', { name: 'Category' }).last().selectOption({ label: category });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Add a picture' }).click();
    await (await choosing).setFiles(picture);
    await page.getByRole('img', { name: 'Picture 1' }).waitFor();
    await page.getByRole('button', { name: 'New product' }).last().click();
    await page.getByRole('heading', { name: title.en, level: 1 }).waitFor();
  },
  /** One more pack of the product that is open. */
  async addSku({ pack, grams, cost, supplier }: NewSku) {
    await page.getByRole('button', { name: 'New pack' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: 'Pack (Chinese)' }).fill(pack.zh);
    await sheet.getByRole('textbox', { name: 'Pack (English)' }).fill(pack.en);
    await sheet.getByRole('textbox', { name: 'Net weight of one (g)' }).fill(grams);
    await sheet.getByRole('combobox', { name: 'Supplier' }).selectOption({ label: supplier });
    await sheet.getByRole('textbox', { name: 'Cost of one (¥)' }).fill(cost);
    await sheet.getByRole('button', { name: 'Save', exact: true }).click();
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: pack.en, level: 3 }).waitFor();
  },
});

/** What the open cycle sells, for how much, and how much of it there is. */
export const offering = ({ page, open, tells }: AppWindow) => ({
  async add(title: string, { price, stock }: { price: string; stock: string }) {
    await open('/operator/offers/index');
    await page.getByRole('button', { name: 'New offer' }).click();
    await page.getByRole('searchbox', { name: 'Search the range: name, pinyin or initials' }).fill(title);
    await page.getByRole('button').filter({ hasText: title }).click();
    await page.getByRole('textbox', { name: 'Price (¥)', exact: true }).fill(price);
    await page.getByRole('textbox', { name: 'First stock (units)' }).fill(stock);
    await page.getByRole('button', { name: 'New offer' }).last().click();
  },
  /** So many can be sold of the offer that is open. */
  async hasAvailable(units: number) {
    const figures = page.getByRole('region', { name: 'Stock' }).getByRole('listitem');
    await figures.filter({ hasText: new RegExp(`^${units}\\s*Available$`) }).waitFor();
  },
  async addUnits(units: string) {
    await page.getByRole('textbox', { name: 'Units', exact: true }).fill(units);
    await page.getByRole('button', { name: 'Update stock' }).click();
  },
  async changePrice(price: string) {
    await page.getByRole('textbox', { name: 'Price (¥)', exact: true }).fill(price);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await tells(/^Saved$/);
  },
});

export const stockBooks = ({ page, open }: AppWindow) => ({
  open: () => open('/operator/stock/index'),
  /** The line of an offer says how much of it is left. */
  async has(title: string, units: number) {
    const line = page.getByRole('row').filter({ hasText: title });
    await line
      .getByRole('cell')
      .filter({ hasText: new RegExp(`^(Available)?\\s*${units}$`) })
      .first()
      .waitFor();
  },
});
