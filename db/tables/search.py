"""The words by which complaints are found, in their folded form; what looks in them is beside."""

from sqlalchemy import Column, ForeignKey, Named, Table, TypedColumns

from db.base import Words, metadata


class SearchWordsColumns(TypedColumns):
    """What a complaint is found by, gathered from all its rows and kept equal to them.

    `names` are of people and groups, `numbers` of letters, codes and telephones, `words` the rest.
    Every part ends in a line's end, the column in one more: so each letter begins a group of three.
    """

    complaint_id: Named[int] = Column(ForeignKey("complaint.id"), primary_key=True)
    names: Named[str] = Column(Words())
    numbers: Named[str] = Column(Words())
    words: Named[str] = Column(Words())


search_words = Table("search_words", metadata, SearchWordsColumns)
