import type { Locator, Page } from 'playwright-core';
import { type Key, english as words } from '../../src/words/index.ts';

/** A downloaded file. */
export interface Saved {
  name: string;
  bytes: Uint8Array;
}

/** The app as its user knows it: what one does, and what one reads. Elements are found by role and by the words of the catalogue. */
export class App {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  // What one does

  async takeSample(id: 'shipped' | 'obvious-edit' | 'repaired'): Promise<void> {
    await this.page.getByRole('button', { name: words('samples', `${id}.title`), exact: true }).click();
    await this.chainsShown();
  }

  /** Drops paths of this machine on the page, as the file manager would. */
  async drop(...files: string[]): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
    await session.detach();
  }

  async chooseFolder(path: string): Promise<void> {
    await this.page.locator('input[data-picker="folder"]').first().setInputFiles(path);
  }

  async paste(text: string): Promise<void> {
    await this.button('add.paste').first().click();
    await this.page.getByLabel(words('app', 'paste.label')).fill(text);
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: words('app', 'paste.add'), exact: true })
      .click();
  }

  async openChain(name: string): Promise<void> {
    await this.chainList().getByRole('button', { name }).first().click();
  }

  async switchTo(scheme: 'http' | 'https'): Promise<void> {
    await this.schemeSwitch().getByText(scheme, { exact: true }).click();
  }

  /** "Tidy": the port is called what it now speaks. */
  async renamePort(scheme: 'http' | 'https'): Promise<void> {
    await this.patchPanel()
      .getByText(words('app', 'names.tidy', { scheme }), { exact: true })
      .click();
  }

  /** What stands under the picture. */
  async openDrawer(drawer: 'changes' | 'forecast' | 'text'): Promise<void> {
    await this.page
      .getByRole('group', { name: words('app', 'drawer.label') })
      .getByRole('button', { name: words('app', `drawer.${drawer}`) })
      .click();
  }

  /** On a phone one pane is shown at a time. */
  async showPane(pane: 'list' | 'main' | 'inspector' | 'forecast' | 'patch'): Promise<void> {
    const bar = this.page.getByRole('navigation', { name: words('app', 'pane.label') });
    await bar.getByRole('button', { name: words('app', `pane.${pane}`) }).click();
  }

  async undo(): Promise<void> {
    await this.button('header.undo').click();
  }

  async downloadChanges(): Promise<Saved> {
    const name = new RegExp(
      `^(${words('app', 'patch.downloadOne')}|${words('app', 'patch.downloadZip', { count: 2 }).replace('2', '\\d+')})$`,
    );
    return this.saved(() => this.patchPanel().getByRole('button', { name }).click());
  }

  async exportAs(what: 'export.diff' | 'export.multidoc' | 'export.report'): Promise<Saved> {
    await this.button('export.menu').click();
    return this.saved(() => this.page.getByRole('menuitem', { name: words('app', what) }).click());
  }

  async openUrlDialog(): Promise<void> {
    await this.button('header.add').first().click();
    await this.page.getByRole('menuitem', { name: words('app', 'add.url') }).click();
  }

  /** The dialog that shares the chosen chain, with its link made. */
  async openShare(): Promise<Locator> {
    await this.button('header.share').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel(words('app', 'share.link'), { exact: true }).waitFor();
    return dialog;
  }

  /** The permalink of the chosen chain. */
  async shareLink(): Promise<string> {
    await this.openShare();
    const link = await this.page.getByLabel(words('app', 'share.link'), { exact: true }).inputValue();
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: words('app', 'dialog.close') })
      .click();
    return link;
  }

  async clearSavedWork(): Promise<void> {
    await this.button('header.clear').click();
    await this.page.getByRole('button', { name: words('app', 'clear.do') }).click();
  }

  async reload(): Promise<void> {
    // Work is written a moment after the last change; nothing on the screen says when.
    await this.page.waitForTimeout(800);
    await this.page.reload();
  }

  /** The text of a file, to be changed by hand. */
  async editFile(file: string): Promise<Locator> {
    await this.page.getByRole('tab', { name: /^Files/ }).click();
    await this.page.getByRole('button', { name: words('app', 'files.edit', { file }) }).click();
    const editor = this.editor(file);
    await editor.waitFor();
    return editor;
  }

  editor(file: string): Locator {
    return this.page.getByRole('textbox', { name: words('app', 'files.editor', { file }) });
  }

  // What one reads

  chainList(): Locator {
    return this.page.getByRole('navigation', { name: words('app', 'chains.title') });
  }

  async chainsShown(): Promise<void> {
    await this.chainList().waitFor();
  }

  schemeSwitch(): Locator {
    return this.page.getByRole('radiogroup', { name: words('app', 'switch.label') });
  }

  /** The scheme the switch stands on. */
  async scheme(): Promise<string> {
    return this.schemeSwitch().getByRole('radio', { checked: true }).inputValue();
  }

  status(status: 'ok' | 'partial' | 'broken' | 'external' | 'incomplete'): Locator {
    return this.page.getByRole('main').getByText(words('chain', `status.${status}`), { exact: true });
  }

  /** A finding, by its permanent code. */
  finding(code: string): Locator {
    return this.page.getByRole('complementary').getByRole('listitem').filter({ hasText: code });
  }

  patchPanel(): Locator {
    return this.page.getByRole('region', { name: /^Changes:/ });
  }

  diffs(): Locator {
    return this.page.getByRole('region', { name: new RegExp(`^${words('app', 'diff.of', { file: '' })}`) });
  }

  /** Lines that a file's diff removes or adds, without their signs. */
  async changedLines(file: string, kind: 'removed' | 'added'): Promise<string[]> {
    const diff = this.diffs()
      .filter({ has: this.page.getByText(file) })
      .first();
    await diff.waitFor();
    return diff.locator(`tr[data-kind="${kind}"] code`).allTextContents();
  }

  picture(chain: string): Locator {
    return this.page.getByRole('region', { name: words('app', 'picture.chain', { chain }) });
  }

  welcome(): Locator {
    return this.page.getByRole('heading', { name: words('app', 'welcome.title') });
  }

  private button(key: Key<'app'>): Locator {
    return this.page.getByRole('button', { name: words('app', key), exact: true });
  }

  /** What an act lets the browser save. */
  async saved(act: () => Promise<void>): Promise<Saved> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
  }
}
