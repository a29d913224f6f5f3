import { render } from 'preact';
import { createOptionsModel } from './model/options-model.ts';
import { OptionsPage } from './view/options/options-page.tsx';
import { speakLanguage } from './text.ts';

speakLanguage('optionsTitle');
const root = document.getElementById('root');
if (root) render(<OptionsPage model={createOptionsModel()} />, root);
