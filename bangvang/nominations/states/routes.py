"""Which way the lists of a unit take to the standing office."""

from django.db.models import TextChoices


class RouteWay(TextChoices):
    """To whom the head of a unit hands a list in."""

    DIRECT = "DIRECT", "nộp thẳng cơ quan thường trực"
    TERRITORY = "TERRITORY", "nộp qua cấp trên theo địa bàn"
    SECTOR = "SECTOR", "nộp qua cấp trên theo ngành"
