"""One line that says what was seen, where, and what to do."""

import pytest

from whosays import errors


@pytest.mark.parametrize("kind", [errors.InputError, errors.ContractError, errors.PluginError])
def test_an_error_is_one_line_of_three_things(kind):
    error = kind("a.txt", "it is empty", "give another")
    assert str(error) == "a.txt: it is empty; give another"
    assert (error.where, error.seen, error.todo) == ("a.txt", "it is empty", "give another")
    assert isinstance(error, errors.WhosaysError)
