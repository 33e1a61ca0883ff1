"""What several tests share: the language pipeline, loaded once."""

import pytest
from spacy.language import Language

import de_lorbeer


@pytest.fixture(scope="session")
def nlp() -> Language:
    return de_lorbeer.load()
