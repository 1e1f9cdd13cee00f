import type { Locator, Page } from '@playwright/test';
import { gridRow } from '../../scripts/acceptance/page.mjs';
import { CountedKeys } from './keyboard';
import { cells, expect, named, test } from './watched';

/** Most keys for a method, with those of its data. */
const most = 60;

/** A person at the keyboard: inserts cells, goes through their forms, and runs them. */
export class Person {
  keys: CountedKeys;
  cell: Locator;
  /** What the data took. */
  private before = 0;

  constructor(private readonly page: Page) {
    this.keys = new CountedKeys(page);
    this.cell = cells(page).last();
  }

  /** A cell by the palette; its form has the focus. */
  async insert(title: string, id: string): Promise<void> {
    await this.fromPalette(title);
    this.cell = named(this.page, id);
    await expect(this.cell.locator('.cell-form :focus')).toHaveCount(1);
  }

  /** A table of one's own: what is written is no key of a method. */
  async query(sql: string): Promise<void> {
    await this.fromPalette('SQL');
    this.cell = cells(this.page).last();
    await this.cell.locator('.cm-content:focus').waitFor();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(sql);
    await this.keys.press('ControlOrMeta+Enter');
    await expect(this.cell.locator(gridRow).first()).toBeVisible({ timeout: 60_000 });
  }

  private async fromPalette(title: string): Promise<void> {
    await this.keys.press('ControlOrMeta+k');
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('combobox').waitFor();
    await this.keys.type((title.split(' ')[0] as string).toLowerCase());
    await expect(dialog.getByRole('option', { selected: true })).toContainText(title);
    await this.keys.press('Enter');
    await expect(dialog).toHaveCount(0);
  }

  /** A control of the form; `within` a group of that name, where several are called alike. */
  field(label: string, within?: string): Locator {
    const form = this.cell.locator('.cell-form');
    const part =
      within === undefined
        ? form
        : form
            .getByRole('group', { name: within, exact: true })
            .or(form.getByRole('listitem', { name: within, exact: true }));
    // A field that differs from its default says so behind its name.
    return part.getByLabel(new RegExp(`^\\s*${label.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(, .*)?\\s*$`));
  }

  /** Goes to a control, and chooses by the first letters. The names of tables and columns do not count. */
  async choose(
    label: string,
    letters: string,
    { name = false, back = false, within }: { name?: boolean; back?: boolean; within?: string } = {}
  ): Promise<void> {
    // A control further down may be called alike: the condition of a step in SQL.
    const control = this.field(label, within).first();
    await this.keys.to(control, back ? 'Shift+Tab' : 'Tab');
    await (name ? this.keys.name(letters) : this.keys.type(letters));
    const chosen = () => control.evaluate((one: HTMLSelectElement) => one.selectedOptions[0]?.label ?? '');
    await expect.poll(chosen).toMatch(new RegExp(`^${letters}`, 'i'));
  }

  async name(label: string, name: string, within?: string): Promise<void> {
    return this.choose(label, name, { name: true, ...(within !== undefined && { within }) });
  }

  /** Into a text or number. */
  async write(label: string, value: string, within?: string): Promise<void> {
    await this.keys.to(this.field(label, within));
    await this.keys.name(value);
  }

  async press(button: string): Promise<void> {
    await this.keys.to(this.cell.locator('.cell-form').getByRole('button', { name: button }));
    await this.keys.press('Enter');
  }

  /** One of a list that adds what is chosen: by its first letter, as nothing is chosen in it before. */
  async add(label: string, letters: string, { name = false } = {}): Promise<void> {
    await this.keys.to(this.field(label));
    await (name ? this.keys.name(letters) : this.keys.type(letters));
  }

  /** Some of a list, by their first letters; undefined: all. */
  async tick(label: string, letters: readonly string[] | undefined, { name = false } = {}): Promise<void> {
    await this.keys.to(this.field(label));
    await this.keys.press('Enter');
    await this.page.getByRole('listbox').waitFor();
    if (letters === undefined) await this.keys.press('Tab').then(() => this.keys.press('Enter'));
    for (const [at, one] of (letters ?? []).entries()) {
      if (at > 0) await this.keys.press('ControlOrMeta+a');
      await (name ? this.keys.name(one) : this.keys.type(one));
      await this.keys.press('Enter');
    }
    await this.keys.press('Escape');
    await expect(this.field(label)).toBeFocused();
  }

  /** What is seldom set: the first such part of the form, or another; -1 is the last. */
  async unfold(which = 0): Promise<void> {
    await this.keys.to(this.cell.locator('.cell-form details:not(details details) > summary').nth(which));
    await this.keys.press('Enter');
  }

  /** Runs the cell, and sees what it says. */
  async run(says: string | RegExp): Promise<void> {
    await this.keys.press('ControlOrMeta+Enter');
    await expect(this.cell).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
    await expect(this.cell.locator('.output')).toContainText(says);
  }

  /** The result that has a tab of its own. */
  async see(): Promise<void> {
    await expect(this.cell).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
    await this.keys.press('Escape');
    await this.keys.to(this.cell.getByRole('button', { name: 'Result', exact: true }));
    await this.keys.press('Enter');
    await expect(this.cell.locator('.output')).toContainText(/visits/);
  }

  /** The data is there: from here on a method's keys are counted. */
  dataIsMade(): void {
    this.before = this.keys.pressed;
  }

  /** Notes what a method took, with the data and without, and takes its cell away again. */
  async done(kind: string, method: string): Promise<void> {
    const alone = this.keys.pressed - this.before;
    test.info().annotations.push({
      type: 'keystrokes',
      description: [kind, method, alone, alone + this.before, this.keys.inNames].join(' | ')
    });
    expect.soft(alone + this.before, `keys for ${kind}, ${method}, its data with it`).toBeLessThanOrEqual(most);
    const { before } = this;
    await this.away();
    this.keys = new CountedKeys(this.page);
    this.keys.pressed = before;
  }

  private async away(): Promise<void> {
    const id = await this.cell.locator('code.name').first().textContent();
    // No part of the walk, and the focus may be anywhere in the cell.
    await this.cell.locator('.frame').first().focus();
    await this.page.keyboard.press('d');
    await this.page.keyboard.press('d');
    await expect(named(this.page, id ?? '')).toHaveCount(0);
  }
}
