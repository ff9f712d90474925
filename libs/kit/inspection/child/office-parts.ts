import { Fault } from './fault.js';
import type { TextSink } from './text-sink.js';
import { attributeOf, type XmlListener } from './xml-scanner.js';

/** Who looks at a part of an office document of 2007 and later, by its name; `null`: nobody reads it as XML. */
export function listenerFor(part: string, text: TextSink): XmlListener | null {
  if (part === '[Content_Types].xml') return contentTypes;
  if (part.endsWith('.rels')) return relationships;
  if (/^word\/.+\.xml$/i.test(part)) return new WordText(text);
  if (/^ppt\/(slides|notesSlides)\/[^/]+\.xml$/i.test(part)) return new Paragraphs(text);
  if (/^xl\/(sharedStrings\.xml|worksheets\/[^/]+\.xml)$/i.test(part)) return new Paragraphs(text);
  if (/^xl\/externalLinks\/[^/]+\.xml$/i.test(part)) return commandsOfTables;
  return null;
}

const contentTypes: XmlListener = {
  open(name, attributes) {
    if (name !== 'Override' && name !== 'Default') return;
    const type = attributeOf(attributes, 'ContentType');
    if (/macroEnabled|vbaProject|vbaData|macrosheet/i.test(type)) throw new Fault('MACROS');
    if (/activeX/i.test(type)) throw new Fault('ACTIVE_CONTENT');
  },
};

/** Parts that Office would fetch and run or show as part of the document. Pictures and links that one must click are none. */
const FETCHED = /\/(attachedTemplate|oleObject|subDocument|frame|aFChunk)$/i;
/** Another machine. A path on the author's own (a template in a user's folder) leads nowhere for anybody else. */
const REMOTE = /^(?!file:\/{3}[a-z]:)(?![a-z]:)([a-z][\w+.-]{2,}:|\\\\|\/\/)/i;

const relationships: XmlListener = {
  open(name, attributes) {
    if (name !== 'Relationship') return;
    const type = attributeOf(attributes, 'Type');
    if (/\/vbaProject$|xlMacrosheet$/i.test(type)) throw new Fault('MACROS');
    const isOutside = attributeOf(attributes, 'TargetMode') === 'External';
    if (isOutside && FETCHED.test(type) && REMOTE.test(attributeOf(attributes, 'Target').trim())) throw new Fault('ACTIVE_CONTENT');
  },
};

/** A table that runs another program to get its values. */
const commandsOfTables: XmlListener = {
  open(name) {
    if (name === 'ddeLink') throw new Fault('ACTIVE_CONTENT');
  },
};

/** Words stand in elements `t`, whatever the program; paragraphs, cells and breaks end them. */
class Paragraphs implements XmlListener {
  #isText = false;

  constructor(private readonly sink: TextSink) {}

  open(name: string, _attributes: string): void {
    if (name === 't') this.#isText = true;
    else if (name === 'br' || name === 'tab' || name === 'cr') this.sink.space();
  }

  close(name: string): void {
    if (name === 't') this.#isText = false;
    else if (name === 'p' || name === 'si' || name === 'is') this.sink.space();
  }

  text(text: string): void {
    if (this.#isText) this.sink.add(text);
  }
}

/** Fields of Word may start other programs: `DDEAUTO c:\\…\\cmd.exe`. The instruction may be cut into many runs. */
const COMMAND = /^\s*DDE(AUTO)?\b/i;
const LONGEST_COMMAND = 200;

class WordText extends Paragraphs {
  #instruction = '';
  #isInstruction = false;

  override open(name: string, attributes: string): void {
    super.open(name, attributes);
    if (name === 'fldChar') this.#instruction = '';
    if (name === 'fldSimple' && COMMAND.test(attributeOf(attributes, 'instr'))) throw new Fault('ACTIVE_CONTENT');
    if (name === 'instrText') this.#isInstruction = true;
  }

  override close(name: string): void {
    super.close(name);
    if (name === 'instrText') this.#isInstruction = false;
  }

  override text(text: string): void {
    super.text(text);
    if (!this.#isInstruction || this.#instruction.length > LONGEST_COMMAND) return;
    this.#instruction += text;
    if (COMMAND.test(this.#instruction)) throw new Fault('ACTIVE_CONTENT');
  }
}
